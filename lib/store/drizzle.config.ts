import { defineConfig } from 'drizzle-kit'

/** After a change of the schema: `npx drizzle-kit generate --config lib/store/drizzle.config.ts --name what-changed`. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './lib/store/schema.ts',
  out: './lib/store/migrations',
})
