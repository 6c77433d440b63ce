"use strict";
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

const pet = new random.RandomPet("pet", { length: 2 });
pulumi.log.info("hello from JavaScript");

module.exports = { pet: pet.id, directory: require("node:path").basename(process.cwd()) };
