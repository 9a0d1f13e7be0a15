import type { Source } from "../../project.ts";
import { type Class, dotted, type Expr, endOf, texts, walk } from "../../syntax/tree.ts";
import { classMethods } from "../python-servers.ts";
import type { Reading } from "./words.ts";

/** @returns the methods that a view answers. */
export function verbs(on: Reading, view: Expr | undefined, source: Source): string[] {
  const ended = view?.t === "call" && view.fn.t === "member" && view.fn.name === "as_view" ? view : undefined;
  if (ended?.fn.t === "member") {
    const actions = ended.args[0];
    if (actions?.t === "map") return actions.entries.flatMap(({ key }) => texts(key)).map((verb) => verb.toUpperCase());
    const made = classOf(on, ended.fn.of, source);
    const own = made ? methodsOf(on, made, source) : (GENERIC[endOf(ended.fn.of)] ?? []);
    // What a class of a library answers is known of a few; of the others, that it answers.
    return own.length > 0 ? own : ["ANY"];
  }
  const fn = view && on.run.value(view, on.run.module(source));
  if (fn?.k !== "fn") return ["ANY"];
  const note = fn.fn.notes.find((one) => ["api_view", "require_http_methods"].includes(endOf(one.fn)));
  if (note) return note.args.length > 0 ? texts(note.args[0]) : ["GET"];
  // A decorator of the project that is given methods, and nothing else, says what is answered.
  const own = fn.fn.notes.find(({ args }) => args.length > 0 && args.every((arg) => arg.t === "str" && METHOD.test(arg.v)));
  if (own) return own.args.flatMap(texts);
  const plain = fn.fn.notes.map((one) => /^require_(GET|POST|safe)$/.exec(endOf(one.fn))?.[1]).find((one) => one !== undefined);
  return plain ? [plain === "safe" ? "GET" : plain] : compared(fn.fn.body);
}

const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** @returns the class that an expression names. */
export function classOf(on: Reading, e: Expr, source: Source): { made: Class; source: Source } | undefined {
  const value = on.run.value(e, on.run.module(source));
  if (value?.k === "class") return { made: value.made, source: value.env.source };
  return on.project.classes(endOf(e), source)[0];
}

function methodsOf(on: Reading, { made, source }: { made: Class; source: Source }, _near: Source, depth = 0): string[] {
  const own = new Set(classMethods({ k: "class", made, env: on.run.module(source) }));
  for (const base of made.bases) {
    const name = base.split(".").at(-1) ?? "";
    const inherited = on.project.classes(name, source)[0];
    if (inherited && inherited.made !== made && depth < 8) for (const verb of methodsOf(on, inherited, source, depth + 1)) own.add(verb);
    else for (const verb of GENERIC[name] ?? []) own.add(verb);
  }
  return [...own];
}

const GENERIC: Record<string, string[]> = {
  ListAPIView: ["GET"],
  RetrieveAPIView: ["GET"],
  CreateAPIView: ["POST"],
  DestroyAPIView: ["DELETE"],
  UpdateAPIView: ["PUT", "PATCH"],
  ListCreateAPIView: ["GET", "POST"],
  RetrieveUpdateAPIView: ["GET", "PUT", "PATCH"],
  RetrieveDestroyAPIView: ["GET", "DELETE"],
  RetrieveUpdateDestroyAPIView: ["GET", "PUT", "PATCH", "DELETE"],
  ListView: ["GET"],
  DetailView: ["GET"],
  TemplateView: ["GET"],
  RedirectView: ["GET"],
  CreateView: ["GET", "POST"],
  UpdateView: ["GET", "POST"],
  DeleteView: ["GET", "POST"],
  FormView: ["GET", "POST"],
  ListModelMixin: [],
  TokenObtainPairView: ["POST"],
  TokenRefreshView: ["POST"],
  TokenVerifyView: ["POST"],
  TokenBlacklistView: ["POST"],
  ObtainAuthToken: ["POST"],
  LoginView: ["GET", "POST"],
  LogoutView: ["POST"],
  PasswordChangeView: ["GET", "POST"],
  PasswordResetView: ["GET", "POST"],
  SpectacularAPIView: ["GET"],
  SpectacularSwaggerView: ["GET"],
  SpectacularRedocView: ["GET"],
};

/** What reads a form that was sent answers that as well. */
function isSent(body: readonly Expr[]): boolean {
  let found = false;
  walk({ t: "other", parts: [...body], line: 0 }, (e) => {
    if (e.t === "member" && dotted(e) === "request.POST") found = true;
  });
  return found;
}

/** A view as a function that compares `request.method`. */
function compared(body: readonly Expr[]): string[] {
  const found = new Set<string>();
  walk({ t: "other", parts: [...body], line: 0 }, (e) => {
    if (e.t === "other" && e.parts.some((part) => part.t === "member" && part.name === "method"))
      for (const part of e.parts) for (const word of texts(part)) if (/^[A-Z]{3,7}$/.test(word)) found.add(word);
  });
  if (found.size > 0) return [...new Set(["GET", ...found])];
  return isSent(body) ? ["GET", "POST"] : ["GET"];
}
