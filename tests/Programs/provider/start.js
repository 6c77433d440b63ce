"use strict";
// node start.js ENGINE: TypeScript needs a loader, and a provider has no runner that brings one.
require("ts-node").register({ transpileOnly: true, compilerOptions: { target: "ES2020", module: "commonjs", moduleResolution: "node", useDefineForClassFields: false } });
require("./index.ts");
