import { createHash } from "node:crypto";

const PARTITIONS = 64;

/** Never modulo the number of nodes: that moves nearly every key when one is added. */
export function partitionOf(key: string): number {
  return createHash("sha256").update(key).digest().readUInt32BE(0) % PARTITIONS;
}

export interface PartitionMap {
  version: number;
  owners: readonly string[];
}

/** An owner refuses what was sent by an older map. */
export function route(key: string, map: PartitionMap, seenVersion: number): { owner: string } | { status: 421; version: number } {
  if (seenVersion < map.version) return { status: 421, version: map.version };
  return { owner: map.owners[partitionOf(key)] ?? "" };
}
