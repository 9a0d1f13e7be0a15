const ROLES: Readonly<Record<string, readonly string[]>> = {
  agent: ["refund:read", "refund:request"],
  approver: ["refund:read", "refund:approve"],
};

interface User {
  id: string;
  tenant: string;
  roles: readonly string[];
}

interface Refund {
  tenant: string;
  requestedBy: string;
}

/** The permission, then the object: another tenant's is not there, one's own is not approved by oneself. */
export function mayApprove(user: User, refund: Refund): 200 | 403 | 404 {
  const permissions = new Set(user.roles.flatMap((role) => (Object.hasOwn(ROLES, role) ? (ROLES[role] ?? []) : [])));
  if (!permissions.has("refund:approve")) return 403;
  if (refund.tenant !== user.tenant) return 404;
  return refund.requestedBy === user.id ? 403 : 200;
}
