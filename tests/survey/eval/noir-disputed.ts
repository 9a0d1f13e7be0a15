/** Where the list of expectations is not what the code serves: by the name of the fixture, its routes, and why. */
export const DISPUTED: readonly { fixture: RegExp; routes: RegExp; why: string }[] = [
  { fixture: /./, routes: /\.(?:html|txt|js|css)$|^GET \/(?:assets|css|images|webjars|static)\//, why: "a file, and no route of the code" },
  { fixture: /quarkus/, routes: /^GET \/platform(?:\/admin)?$/, why: "the page of a folder of files" },
  { fixture: /quarkus/, routes: /configured-rest/, why: "an application's own path wins over the setting" },
  { fixture: /spring$/, routes: /api\/v2\/items|api\/v3\/items/, why: "a client of another service" },
  {
    fixture: /spring$/,
    routes: /^(?:GET \/api\/catalog\/\{\}|POST \/api\/catalog)$/,
    why: "the path of the class wins over that of its interface",
  },
  { fixture: /spring$/, routes: /^(?:SEND|SUBSCRIBE) /, why: "a message of STOMP" },
  { fixture: /spring$/, routes: /multiple\/methods2/, why: "the file is no Java" },
  { fixture: /nextjs/, routes: /(?:create|delete)user$/, why: "a function of the server, which has no path" },
  { fixture: /laravel$/, routes: /./, why: "routes/api.php is served below /api" },
  { fixture: /actix_web_callees/, routes: /./, why: "no service registers the handler" },
  { fixture: /nestjs$/, routes: /\/v[12]\//, why: "the application enables no versions" },
  { fixture: /hono_basepath/, routes: /\/v2\/ping/, why: "basePath answers with a new router, which is thrown away" },
  { fixture: /fastify_route_config/, routes: /^(?:PUT|PATCH) /, why: "the option is called method" },
  { fixture: /express_spaced/, routes: /spaced-post/, why: "there is no method of that name" },
  { fixture: /javascript koa$/, routes: /strapi/, why: "Strapi, which is not read" },
  { fixture: /express/, routes: /push_audiences/, why: "Parse Server's own router" },
  { fixture: /micronaut$/, routes: /^QUERY \/books\/search/, why: "there is no annotation of that name" },
];
