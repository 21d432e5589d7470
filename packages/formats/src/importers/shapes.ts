import type { Component } from "@strideml/plugin-kit";

export type Shape = Component["shape"];

/** Taken where neither name nor type tells the kind; listed among the losses each time. */
export const FALLBACK_KIND: Record<Shape, string> = { process: "client-application", store: "data-source", actor: "end-user" };

/** Shape of an element whose format does not say: the first entry with a word of its name or type. */
export const SHAPE_WORDS: readonly { shape: Shape; words: readonly string[] }[] = [
  {
    shape: "store",
    words: [
      "database",
      "datastore",
      "data store",
      "db",
      "store",
      "storage",
      "bucket",
      "s3",
      "sql",
      "postgresql",
      "postgres",
      "mysql",
      "dynamodb",
      "mongodb",
      "redis",
      "cache",
      "blob",
      "disk",
      "volume",
      "rds",
      "registry",
      "data lake",
      "filesystem",
      "file system",
      "index",
      "log",
      "memory",
    ],
  },
  {
    shape: "actor",
    words: ["user", "customer", "actor", "external entity", "external", "person", "human", "browser", "third party", "sensor", "supplier", "reviewer", "data source", "downloader"],
  },
];
