using Platform.SdkGenerator.CSharp.Naming;
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
        var given = function.Arguments.All(argument => argument.Optional) ? "? args = null, " : " args, ";
        var result = name + "Result";
        var (plain, output, required) = some ? ($"{name}Args{given}", $"{name}InvokeArgs{given}", $"{name}InvokeArgs args, ") : ("", "", "");
        var call = $"<{result}>(\"{function.Token}\", {(some ? "args" : "null")}, options);";
        var code = files.Class(ns, name, place);
        code.Add($"public static class {name}");
        code.Add("{");
        code.Add($"    public static Task<{result}> InvokeAsync({plain}InvokeOptions? options = null) => Utilities.InvokeAsync{call}");
        code.Add($"    public static Output<{result}> Invoke({output}InvokeOptions? options = null) => Utilities.Invoke{call}");
        code.Add($"    public static Output<{result}> Invoke({required}InvokeOutputOptions options) => Utilities.Invoke{call}");
        code.Add("}");
        if (some)
        {
            inputs.Write(new(ns, name + "Args", place, ObjectRole.PlainInput, function.Arguments));
            inputs.Write(new(ns, name + "InvokeArgs", place, ObjectRole.FunctionInput, function.OutputArguments) { Invoke = true });
        }

        outputs.Write(ns, result, place, ObjectRole.Result, function.Result);
    }
}
