using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Platform.Tests.Api;

/// <summary>What an assembly offers: its public types, and their members that are public or protected.</summary>
internal static class PublicMembers
{
    public static IReadOnlySet<ApiMember> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        return reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(type => IsPublic(reader, type)).SelectMany(type => Members(reader, type)).ToHashSet();
    }

    private static List<ApiMember> Members(MetadataReader reader, TypeDefinition definition)
    {
        var type = Name(reader, definition);
        var members = new List<ApiMember> { new(type) };
        foreach (var method in definition.GetMethods().Select(reader.GetMethodDefinition))
        {
            if ((method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem)
            {
                members.Add(MemberNames.OfMethod(type, reader.GetString(method.Name), method.DecodeSignature(SignatureNames.Instance, null)));
            }
        }

        foreach (var field in definition.GetFields().Select(reader.GetFieldDefinition))
        {
            if ((field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem)
            {
                members.Add(MemberNames.OfField(type, reader.GetString(field.Name), field.DecodeSignature(SignatureNames.Instance, null)));
            }
        }

        return members;
    }

    private static bool IsPublic(MetadataReader reader, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic => IsPublic(reader, reader.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private static string Name(MetadataReader reader, TypeDefinition type) => type.IsNested
        ? $"{Name(reader, reader.GetTypeDefinition(type.GetDeclaringType()))}.{reader.GetString(type.Name)}"
        : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
}
