using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Reads what functions and methods return.</summary>
internal static class ResultReader
{
    public static OutputData<T> Read<T>(Deployment deployment, Value? value, string what)
    {
        var conversion = new Conversion(what);
        var converted = ValueConverter.For(typeof(T)).Convert(value, conversion);
        foreach (var problem in conversion.Problems)
        {
            deployment.Logger.Write(LogSeverity.Warning, problem, resource: null, streamId: null, ephemeral: null);
        }

        return new((T)converted!, conversion.Dependencies, conversion.IsKnown, conversion.IsSecret);
    }
}
