import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../../custom-elements.json';
import '../../src/define.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    // The checks read the result of axe from each story, and any violation fails them.
    a11y: { test: 'error' },
    controls: { expanded: true },
  },
};

export default preview;
