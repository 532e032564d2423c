import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Only few pages draw charts: what they need stays out of what every page loads. */
const charts = 'recharts|victory-|d3-|@mantine/charts|@reduxjs|redux|reselect|immer|es-toolkit|decimal'

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // What many pages share comes in two files. Divided by who needs which part, it would come in a hundred and
        // fifty small ones, and a page would take a third longer to load.
        codeSplitting: {
          groups: [
            {
              name: 'libraries',
              test: new RegExp(`node_modules/(?!${charts})`),
              minShareCount: 4,
              priority: 2,
            },
            { name: 'shared', minShareCount: 4, priority: 1 },
          ],
        },
      },
    },
  },
})
