"use strict";
// Loaded before a program: nothing it prints is coloured, whoever asks for colours.
//
// This is not about looks. To colour the stack of an error, Node 20 searches its frames for package names and never ends
// on a scoped name with no slash behind it, such as node_modules/@pulumi/config.ts; the SDK asks for colours when it
// reports any error, so a program that merely lacks a setting would run for ever and eat all memory.
const util = require("node:util");

util.inspect = new Proxy(util.inspect, {
    apply(inspect, self, [value, options, depth]) {
        return typeof options === "object" && options !== null
            ? inspect.call(self, value, { ...options, colors: false })
            : inspect.call(self, value, options, depth, false);
    },
});
require("node:module").syncBuiltinESMExports();
