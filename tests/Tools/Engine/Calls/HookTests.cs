using Platform.Engine;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine.Calls;

/// <summary>Functions of the program around an operation: which of them a preview calls, and with what.</summary>
public class HookTests
{
    [Fact]
    public async Task Runs_hooks_that_want_to_run_in_previews_and_only_those()
    {
        await using var callbacks = await CallbackProgram.Start();
        var ran = new List<string>();
        await ScriptedProgram.Plan(async program =>
        {
            await Register(program, "before", onDryRun: true);
            await Register(program, "after", onDryRun: true);
            await Register(program, "never", onDryRun: false);
            var stack = await program.Stack();
            await program.Custom("aws:ec2/vpc:Vpc", "network", Bag.Of(("cidrBlock", "10.0.0.0/16")), request =>
            {
                request.Parent = stack;
                request.Hooks = new() { BeforeCreate = { "before", "never" }, AfterCreate = { "after" }, BeforeDelete = { "before" } };
            });
        });

        Assert.Equal(["before: 10.0.0.0/16, no outputs", "after: 10.0.0.0/16, outputs"], ran);

        Task Register(ProgramClient program, string name, bool onDryRun) => program.Call(ResourceMonitorMethods.RegisterResourceHook, new RegisterResourceHookRequest
        {
            Name = name,
            OnDryRun = onDryRun,
            Callback = callbacks.Hook(request =>
            {
                ran.Add($"{name}: {request.NewInputs.Fields["cidrBlock"].StringValue}, {(request.NewOutputs is null ? "no outputs" : "outputs")}");
                return "";
            }),
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fails_a_registration_whose_hook_fails_unless_that_is_to_be_ignored(bool ignore)
    {
        await using var callbacks = await CallbackProgram.Start();
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Call(ResourceMonitorMethods.RegisterResourceHook, new RegisterResourceHookRequest
            {
                Name = "guard", OnDryRun = true, IgnoreErrors = ignore, Callback = callbacks.Hook(_ => "not on a Friday"),
            });
            var stack = await program.Stack();
            var registered = program.Custom("aws:ec2/vpc:Vpc", "network", change: request => (request.Parent, request.Hooks) = (stack, new() { BeforeCreate = { "guard" } }));
            if (!ignore)
            {
                Assert.Equal("the hook 'guard' failed: not on a Friday", (await Assert.ThrowsAsync<GrpcException>(() => registered)).Detail);
                return;
            }

            await registered;
        });

        Assert.Equal(PlanOutcome.Succeeded, result.Outcome);
        Assert.Equal(ignore ? 1 : 0, result.Graph!.Diagnostics.Length);
        Assert.Equal(ignore ? 1 : 0, result.Graph.OfType("aws:ec2/vpc:Vpc").Count());
    }

    [Fact]
    public async Task Refuses_a_hook_nobody_registered()
    {
        await ScriptedProgram.Plan(async program =>
        {
            var refusal = await Assert.ThrowsAsync<GrpcException>(() => program.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Hooks = new() { AfterCreate = { "ghost" } }));
            Assert.Equal(GrpcStatusCode.InvalidArgument, refusal.StatusCode);
            Assert.Contains("'ghost'", refusal.Detail, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Tells_hooks_the_options_after_the_transforms_and_never_calls_error_hooks_or_state_migrations()
    {
        await using var callbacks = await CallbackProgram.Start();
        ResourceOptions? told = null;
        var never = callbacks.Hook(_ => throw new InvalidOperationException("a preview has no failures and no state"));
        var stack = "";
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Call(ResourceMonitorMethods.RegisterErrorHook, new RegisterErrorHookRequest { Name = "again", Callback = never });
            await program.Call(ResourceMonitorMethods.RegisterResourceHook, new RegisterResourceHookRequest
            {
                Name = "look", OnDryRun = true, Callback = callbacks.Hook(request => (told = request.NewOptions) is null ? "no options" : ""),
            });
            stack = await program.Stack();
            await program.Custom("aws:ec2/vpc:Vpc", "network", change: request =>
            {
                (request.Parent, request.Hooks) = (stack, new() { BeforeCreate = { "look" }, OnError = { "again" } });
                request.StateMigrations.Add(never);
                request.Transforms.Add(callbacks.Transform((question, answer) =>
                {
                    answer.Options = question.Options.Clone();
                    answer.Options.Protect = true;
                }));
            });
        });

        Assert.Equal((stack, true), (told!.Parent, told.Protect));
        Assert.Equal(["look", "again"], told.Hooks.BeforeCreate.Concat(told.Hooks.OnError));
        Assert.Empty(result.Graph!.Diagnostics);
        Assert.Equal(1, result.Graph.OfType("aws:ec2/vpc:Vpc").Single().Settings.StateMigrations);
    }
}
