/** @type {import("@remix-run/dev").AppConfig} */
export default {
  ignoredRouteFiles: ["**/.*"],
  // A colon cannot stand in the name of a route's file.
  routes: (defineRoutes) =>
    defineRoutes((route) => {
      for (const verb of ["duplicate", "toggle"]) {
        route(`api/v1/bookings/links/:id:${verb}`, `routes/api.v1.bookings.links.verbs/${verb}.ts`);
      }
    }),
  serverModuleFormat: "esm",
  serverPlatform: "node",
  tailwind: true,
  postcss: false,
  sourcemap: false,
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
