import { snake } from "../schema.ts";

/** @returns how the mapper spells a name; it knows the usual short words */
export const gormName = (name: string): string =>
  snake(
    name.replace(
      /(API|ACL|ASCII|CPU|CSS|DNS|EOF|GUID|HTML|HTTP|HTTPS|ID|IP|JSON|QPS|RAM|SLA|SQL|SSH|TLS|TTL|UID|UI|UUID|URI|URL|UTF8|VM|XML|XSS)(?=[A-Z]|$|s$)/g,
      (word) => word[0] + word.slice(1).toLowerCase(),
    ),
  );
