import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: {
    name: '@storybook/web-components-vite',
    // The project's own builds one library into dist, which is no business of Storybook's.
    options: { builder: { viteConfigPath: 'stories/.storybook/vite.config.ts' } },
  },
  stories: ['../guide/*.mdx', '../*.stories.ts'],
  // The demo's postings and the logo that they name, where the demo has them, too.
  staticDirs: [
    { from: '../../demo/postings', to: '/postings' },
    { from: '../../demo/logo.svg', to: '/logo.svg' },
  ],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
};

export default config;
