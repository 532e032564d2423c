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
        // What every page needs comes in two files, what many pages share in two more. Divided by who needs which part, it
        // would come in a hundred and fifty small ones, and a page would take a third longer to load.
        codeSplitting: {
          groups: [
            {
              name: 'libraries',
              test: new RegExp(`node_modules/(?!${charts})`),
              minShareCount: 4,
              priority: 4,
            },
            { name: 'start', test: /\/web\/main\.tsx$/, priority: 3 },
            { name: 'shared', minShareCount: 4, priority: 1 },
            { name: 'dashboard', test: /\/web\/layout\/(require-sign-in|account-frame)\.tsx$/, priority: 0 },
          ],
        },
      },
    },
  },
})
