declare module "cluster-key-slot" {
  /** The slot (0 to 16383) of a Redis Cluster that holds a key. */
  const calculateSlot: (key: string) => number;
  export = calculateSlot;
}
