using System.Globalization;
using Platform.Benchmarks.Workload;
using Pulumi.Testing;

// Workload.dll N grpc|mocks: registers N resources, then says what it took from the garbage collector and the machine.
// Without arguments, as a language host starts it: number and type are settings.
if (args.Length == 0)
{
    return await Deployment.RunAsync(() => Batch.BuildAll(new Config().RequireInt32("resources"), new Config().Require("type")));
}

var resources = int.Parse(args[0], CultureInfo.InvariantCulture);
var code = 0;
if (args[1] == "mocks")
{
    await Deployment.TestAsync(new EchoMocks(), new TestOptions { IsPreview = false }, () => Batch.BuildAll(resources));
}
else
{
    code = await Deployment.RunAsync(() => Batch.BuildAll(resources));
}

using var self = System.Diagnostics.Process.GetCurrentProcess();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalAllocatedBytes()} {self.PeakWorkingSet64}"));
return code;
