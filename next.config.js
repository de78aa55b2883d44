/** @type {import('next').NextConfig} */
export default {
  // WASM and native files inside these packages must be loaded by Node, not bundled.
  serverExternalPackages: ['@electric-sql/pglite', 'pglite-prisma-adapter', '@prisma/client', '@prisma/adapter-pg', 'pg'],
  poweredByHeader: false,
  devIndicators: false,
};
