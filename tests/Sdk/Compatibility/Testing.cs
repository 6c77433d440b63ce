using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Testing;

namespace Platform.Tests.Sdk.Compatibility;

/// <summary>The little class that most projects with mock tests have.</summary>
internal static class Testing
{
    /// <summary>Mocks that answer with what they are given; each resource has an id made from its name.</summary>
    public static Mock<IMocks> NewMocks()
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(m => m.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync((MockResourceArgs args) => ($"{args.Name}_id", (object)args.Inputs));
        mocks.Setup(m => m.CallAsync(It.IsAny<MockCallArgs>()))
            .ReturnsAsync((MockCallArgs args) => args.Args);
        return mocks;
    }

    public static Task<ImmutableArray<Resource>> RunAsync<TStack>()
        where TStack : Stack, new() => RunAsync<TStack>(NewMocks().Object);

    public static Task<ImmutableArray<Resource>> RunAsync<TStack>(IMocks mocks)
        where TStack : Stack, new() => Deployment.TestAsync<TStack>(mocks, new TestOptions { IsPreview = false });

    /// <summary>The value of an output; one that is unknown has none, which a test should hear of, not wait for.</summary>
    public static Task<T> GetValueAsync<T>(this Output<T> output)
    {
        var value = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        output.Apply(known =>
        {
            value.SetResult(known);
            return known;
        });
        return value.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }
}
