import { defineConfig } from 'vite';
import packageJson from '../../package.json' with { type: 'json' };

export default defineConfig({
  define: { __VERSION__: JSON.stringify(packageJson.version) },
  build: { target: 'es2022', chunkSizeWarningLimit: 2000 },
});
