using Pulumi;
using Pulumi.Random;

namespace Platform.Tests.Probe;

/// <summary>Every resource option. The same stack in TypeScript is tests/Programs/options/index.ts.</summary>
internal static class OptionsProgram
{
    public static Dictionary<string, object?> Run()
    {
        var before = new ResourceHook("note", (args, _) =>
        {
            Log.Info($"about to make {args.Urn}");
            return Task.CompletedTask;
        }, new ResourceHookOptions { OnDryRun = true });
        var after = new ResourceHook(
            "count",
            (_, _) => throw new InvalidOperationException("hooked is one too many"),
            new ResourceHookOptions { OnDryRun = true, IgnoreErrors = true });
        var later = new ResourceHook("later", (_, _) =>
        {
            Log.Error("a preview must not run this");
            return Task.CompletedTask;
        });
        var failed = new ErrorHook("failed", (_, _) =>
        {
            Log.Error("a preview must not run this");
            return Task.FromResult(false);
        });
        var dice = new Dice("dice");
        var group = new Group("group", new ComponentResourceOptions
        {
            Providers = { dice },
            Protect = true,
            Aliases = { new Alias { Name = "team" } },
            ResourceTransformations =
            {
                args =>
                {
                    if (args.Args is not RandomPetArgs pet)
                    {
                        return null;
                    }

                    pet.Separator = "_";
                    return new ResourceTransformationResult(pet, args.Options);
                },
            },
        });
        var ordered = new RandomPet("ordered", new RandomPetArgs { Prefix = group.Pet.Id }, new CustomResourceOptions { DependsOn = { group } });
        var full = new RandomPet("full", new RandomPetArgs { Keepers = { ["size"] = "small" } }, new CustomResourceOptions
        {
            Protect = true,
            RetainOnDelete = true,
            IgnoreChanges = { "length", "keepers.size" },
            ReplaceOnChanges = { "prefix" },
            DeleteBeforeReplace = true,
            AdditionalSecretOutputs = { "separator" },
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5), Update = TimeSpan.FromMinutes(10), Delete = TimeSpan.FromHours(1) },
            Version = "4.20.0",
            PluginDownloadURL = "https://example.com/plugins",
            HideDiffs = { "keepers" },
            ReplacementTrigger = new Dictionary<string, object> { ["release"] = 7, ["key"] = Output.CreateSecret("hush-hush") },
            Provider = dice,
            Aliases =
            {
                new Alias { Name = "whole" }, new Alias { Parent = group }, new Alias { Type = "random:index/pet:Pet" }, new Alias { Project = "old", Stack = "old" },
                new Alias { Urn = "urn:pulumi:dev::options::random:index/randomPet:RandomPet::by-hand" },
            },
        });
        _ = new RandomPet("adopted", null, new CustomResourceOptions { ImportId = "happy-cat" });
        _ = new RandomPet("tied", null, new CustomResourceOptions { Parent = ordered, DeletedWith = full, ReplaceWith = { ordered }, Aliases = { new Alias { NoParent = true }, new Alias { ParentUrn = group.Urn } } });
        _ = new RandomPet("changed", null, new CustomResourceOptions
        {
            ResourceTransforms =
            {
                (args, _) => Task.FromResult<ResourceTransformResult?>(new ResourceTransformResult(
                    args.Args.SetItem("length", 4), CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new CustomResourceOptions { RetainOnDelete = true }))),
            },
        });
        _ = new RandomPet("hooked", null, new CustomResourceOptions
        {
            Hooks =
            {
                BeforeCreate = { before },
                AfterCreate = { after },
                BeforeUpdate = { later },
                AfterUpdate = { before, later },
                BeforeDelete = { later },
                AfterDelete = { later },
                OnError = { failed },
            },
        });
        _ = new RandomPet("migrated");   // .NET has no option for what these two have in TypeScript
        _ = new RandomPet("slow");
        var read = RandomPet.Get("read", "sad-dog");
        var again = ordered.Urn.Apply(urn => new RandomPet("again", null, new CustomResourceOptions { Urn = urn }).Id);
        var password = new RandomPassword("password", new RandomPasswordArgs { Length = 20 });
        return new()
        {
            ["groupPet"] = group.Pet.Id,
            ["readId"] = read.Id,
            ["sameId"] = again,
            ["secret"] = password.Result,
            ["letters"] = Output.Tuple(password.Length, full.Separator).Apply(both => both.Item1),
        };
    }

    private sealed class Dice(string name) : ProviderResource("random", name, ResourceArgs.Empty, new CustomResourceOptions
    {
        Version = "4.21.2",
        EnvVarMappings = { ["DICE_TOKEN"] = "RANDOM_TOKEN", ["DICE_HOME"] = "RANDOM_HOME" },
    });

    private sealed class Group : ComponentResource
    {
        public Group(string name, ComponentResourceOptions options)
            : base("shop:index:Group", name, options)
        {
            Pet = new RandomPet($"{name}-pet", new RandomPetArgs { Length = 3 }, new CustomResourceOptions { Parent = this });
            RegisterOutputs(new Dictionary<string, object?> { ["pet"] = Pet.Id });
        }

        public RandomPet Pet { get; }
    }
}
