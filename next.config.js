/** @type {import('next').NextConfig} */
export default {
  // WASM and native files inside these packages must be loaded by Node, not bundled.
  serverExternalPackages: [
    '@electric-sql/pglite',
    'pglite-prisma-adapter',
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
  ],
  // `npm run check` looks at types, tests included; a teacher who starts a lesson need not wait for that.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // Pages lie under app/[lang]; the server says in a header which language a request gets (server/http/language.ts).
  async rewrites() {
    const has = [{ type: 'header', key: 'x-heaproom-language', value: '(?<lang>[a-z]{2})' }];
    return {
      beforeFiles: [
        { source: '/', has, destination: '/:lang' },
        // Rules are applied one after the other: what already has its language is left alone.
        {
          source: '/:path((?!_next/|api/|socket.io/|(?:en|de|es)(?:/|$))[^.]+)',
          has,
          destination: '/:lang/:path',
        },
      ],
    };
  },
  devIndicators: false,
};
