using System.Reflection;
using System.Text;

namespace Platform.Tests.Sdk.Runtime;

/// <summary>The public surface is a promise to every program: it changes on purpose or not at all.</summary>
public class PublicApiTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var actual = Describe(typeof(Pulumi.Deployment).Assembly);
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Runtime", "PublicApi.approved.txt"));

        // To approve a change: PLATFORM_APPROVE=1 dotnet test tests/Sdk --filter PublicApi
        if (Environment.GetEnvironmentVariable("PLATFORM_APPROVE") == "1")
        {
            File.WriteAllText(Path.Combine(SourceDirectory(), "PublicApi.approved.txt"), actual);
            return;
        }

        Assert.Equal(approved.ReplaceLineEndings("\n"), actual);
    }

    private static string SourceDirectory([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(KindOf(type)).Append(' ').Append(NameOf(type)).Append(BasesOf(type)).Append('\n');
            foreach (var member in type.GetMembers(Declared).Select(DescribeMember).OfType<string>().Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string? DescribeMember(MemberInfo member) => member switch
    {
        ConstructorInfo method when IsVisible(method) => $"new({Parameters(method)})",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) => $"{Modifiers(method)}{NameOf(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)})",
        MethodInfo { Name: "op_Implicit" or "op_Explicit" } method => $"{method.Name["op_".Length..].ToLowerInvariant()} {NameOf(method.ReturnType)}({Parameters(method)})",
        MethodInfo { Name: "op_Equality" or "op_Inequality" } method => $"operator {method.Name}({Parameters(method)})",
        FieldInfo field when field.IsPublic || field.IsFamily => $"{(field.IsStatic ? "static " : "")}{NameOf(field.FieldType)} {field.Name}",
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsVisible) =>
            $"{Modifiers(property.GetAccessors(nonPublic: true).First(IsVisible))}{NameOf(property.PropertyType)} {property.Name} "
            + $"{{{(property.GetMethod is { } get && IsVisible(get) ? " get;" : "")}{(property.SetMethod is { } set && IsVisible(set) ? " set;" : "")} }}",
        _ => null,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Modifiers(MethodBase method) =>
        (method.IsFamily ? "protected " : "") + (method.IsStatic ? "static " : method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? "virtual " : "");

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")}{(parameter.IsOut ? "out " : "")}{NameOf(parameter.ParameterType)} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {parameter.DefaultValue?.ToString()?.ToLowerInvariant() ?? "default"}" : "")));

    private static string KindOf(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string BasesOf(Type type)
    {
        var bases = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(MulticastDelegate) ? [parent] : new List<Type>();
        bases.AddRange(type.GetInterfaces().Where(implemented => implemented.IsPublic).Except(type.BaseType?.GetInterfaces() ?? []).OrderBy(NameOf, StringComparer.Ordinal));
        return bases.Count == 0 || typeof(Delegate).IsAssignableFrom(type) ? "" : " : " + string.Join(", ", bases.Select(NameOf));
    }

    private static string NameOf(Type type)
    {
        if (type.IsByRef || type.IsArray)
        {
            return NameOf(type.GetElementType()!) + (type.IsArray ? "[]" : "");
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = type.IsNested ? $"{NameOf(type.DeclaringType!)}.{type.Name}" : type.FullName ?? $"{type.Namespace}.{type.Name}";
        return type.IsGenericType
            ? $"{type.Namespace}.{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : name;
    }
}
