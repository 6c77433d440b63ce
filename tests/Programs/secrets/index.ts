import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

const config = new pulumi.Config();
const token = config.requireSecret("token");
const pin = config.requireSecretNumber("pin");
const password = new random.RandomPassword("password", { length: 20 });
const opaque = new random.RandomPet("opaque", { prefix: "p" }, { additionalSecretOutputs: ["separator"] });

new random.RandomPet("direct", { prefix: token });
new random.RandomPet("inside", { keepers: { line: pulumi.interpolate`token=${token};pin=${pin}`, open: "yes" } });
new random.RandomPet("derived", { prefix: password.result.apply(text => text.slice(0, 4)) });
new random.RandomPet("wrapped", { prefix: pulumi.secret("kept between us") });
new random.RandomPet("opened", { prefix: pulumi.unsecret(pulumi.secret("no longer secret")) });
new random.RandomPet("hashed", { keepers: { length: pulumi.all([opaque.id, token]).apply(([id, text]) => `${id.length}-${text.length}`) } });
token.apply(text => console.log(`the token is ${text}`));
pin.apply(number => console.log(`the pin is ${number}`));

export const isDryRun = pulumi.runtime.isDryRun();
export const plain = opaque.id;
export const hidden = password.result;
export const configured = token;
export const isSecret = pulumi.isSecret(token);
