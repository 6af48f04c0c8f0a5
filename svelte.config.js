import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ out: 'build' }),
    csp: {
      // 'auto' signs pages rendered on request with a nonce and prerendered ones with hashes.
      mode: 'auto',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        // Style attributes only: drawings and long lists place things by computed sizes, and a size
        // written by the server is an attribute. Style elements from text stay forbidden.
        'style-src-attr': ['unsafe-inline'],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
      },
    },
    typescript: {
      config: (config) => ({
        ...config,
        include: [
          ...config.include,
          '../*.config.ts',
          '../*.config.js',
          '../bench/**/*.ts',
          '../bench/**/*.mjs',
          '../bin/**/*.mjs',
          '../lint/**/*.js',
          '../scripts/**/*.mjs',
        ],
      }),
    },
  },
};
