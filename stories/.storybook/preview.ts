import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { withActions } from 'storybook/actions/decorator';
import { configure } from 'storybook/test';
import manifest from '../../custom-elements.json';
import '../../src/define.js';

setCustomElementsManifest(manifest);
// A machine that is busy takes longer than the second that is waited otherwise.
configure({ asyncUtilTimeout: 15_000 });

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withActions],
  parameters: {
    // The checks read the result of axe from each story, and any violation fails them.
    a11y: { test: 'error' },
    actions: {
      handles: ['load', 'error', 'invalid', 'submit', 'progress', 'sent', 'failed'].map(
        (name) => `job-application-${name}`,
      ),
    },
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Guide',
          ['Embedding', 'The posting format', 'Styling', 'What the endpoint receives'],
          'Job application',
        ],
      },
    },
  },
};

export default preview;
