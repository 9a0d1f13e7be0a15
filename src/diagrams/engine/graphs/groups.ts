/**
 * @param groups each with the ids of what stands directly in it, other groups among them
 * @returns a function that gives the ids of the groups around a member, the outermost first
 */
export function enclosing(groups: readonly { id: string; members: readonly string[] }[]): (member: string) => string[] {
  const parents = new Map<string, string>();
  for (const { id, members } of groups) for (const member of members) if (member !== id && !parents.has(member)) parents.set(member, id);
  return (member) => {
    const around: string[] = [];
    for (let group = parents.get(member); group !== undefined && !around.includes(group); group = parents.get(group)) around.unshift(group);
    return around;
  };
}
