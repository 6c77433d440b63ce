using System.Globalization;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>Writes functions (data sources), their arguments and their result.</summary>
internal sealed class FunctionWriter(SourceFiles files, Names names, InputWriter inputs, OutputWriter outputs)
{
    public void Write(FunctionModel function)
    {
        var ns = names.Namespace(function.Module);
        var name = Names.Pascal(function.Name);
        var place = $"{function.Module}.{name}";
        var some = function.Arguments.Count > 0;
        var optional = function.Arguments.All(argument => argument.Optional) ? "? args = null" : " args";
        var (plain, output, given) = some ? ($"{name}Args{optional}, ", $"{name}InvokeArgs{optional}, ", "args") : ("", "", "null");
        var body = files.Class(ns, name, place);
        body.Append(CultureInfo.InvariantCulture, $"public static class {name}\n{{\n");
        body.Append(CultureInfo.InvariantCulture, $"    public static Task<{name}Result> InvokeAsync({plain}InvokeOptions? options = null) => Utilities.InvokeAsync<{name}Result>(\"{function.Token}\", {given}, options);\n");
        body.Append(CultureInfo.InvariantCulture, $"    public static Output<{name}Result> Invoke({output}InvokeOptions? options = null) => Utilities.Invoke<{name}Result>(\"{function.Token}\", {given}, options);\n");
        body.Append(CultureInfo.InvariantCulture, $"    public static Output<{name}Result> Invoke({(some ? $"{name}InvokeArgs args, " : "")}InvokeOutputOptions options) => Utilities.Invoke<{name}Result>(\"{function.Token}\", {given}, options);\n}}\n");
        if (some)
        {
            inputs.Write(new(ns, name + "Args", place, ObjectRole.PlainInput, function.Arguments));
            inputs.Write(new(ns, name + "InvokeArgs", place, ObjectRole.FunctionInput, function.OutputArguments) { Invoke = true });
        }

        outputs.Write(ns, name + "Result", place, ObjectRole.Result, function.Result);
    }
}
