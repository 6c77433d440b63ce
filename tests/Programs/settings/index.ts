import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

const config = new pulumi.Config();
new random.RandomPet("before");
switch (config.require("behaviour")) {
    case "throw":
        throw new Error("told to throw");
    case "reject":
        new random.RandomPet("rejected", { prefix: pulumi.output(Promise.reject(new Error("told to reject"))) });
        break;
    case "refuse":
        throw new pulumi.ResourceError("told to refuse", undefined);
    case "exit":
        process.exit(7);
    case "hang":
        console.log("still here");
        setInterval(() => { }, 1_000);
        break;
    case "grow":
        for (const kept: unknown[] = []; ;) {
            kept.push(new Array(100_000).fill(kept.length));
        }
}
