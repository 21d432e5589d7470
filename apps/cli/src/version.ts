import manifest from "../package.json" with { type: "json" };

/** Version of the command line and of the engine in it. */
export const VERSION: string = manifest.version;
export const ENGINE = `strideml ${VERSION}`;
