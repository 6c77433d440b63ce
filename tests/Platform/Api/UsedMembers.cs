using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Platform.Tests.Api;

/// <summary>What an assembly uses of another one: every type and member that its metadata names, whether or not the code is ever run.</summary>
internal static class UsedMembers
{
    /// <param name="path">The assembly that uses.</param>
    /// <param name="library">Name of the assembly that is used.</param>
    public static IReadOnlyList<ApiMember> Read(string path, string library)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var members = new List<ApiMember>();
        foreach (var handle in reader.TypeReferences)
        {
            if (Name(reader, handle, library) is { } type)
            {
                members.Add(new(type));
            }
        }

        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (Name(reader, member.Parent, library) is { } type)
            {
                members.Add(Member(reader, member, type));
            }
        }

        return members;
    }

    private static ApiMember Member(MetadataReader reader, MemberReference member, string type)
    {
        var name = reader.GetString(member.Name);
        return member.GetKind() == MemberReferenceKind.Method
            ? MemberNames.OfMethod(type, name, member.DecodeMethodSignature(SignatureNames.Instance, null))
            : MemberNames.OfField(type, name, member.DecodeFieldSignature(SignatureNames.Instance, null));
    }

    /// <summary>The full name of a type if it is one of the library's, a generic one without its arguments.</summary>
    private static string? Name(MetadataReader reader, EntityHandle handle, string library)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var type = reader.GetTypeReference((TypeReferenceHandle)handle);
                var name = reader.GetString(type.Name);
                return type.ResolutionScope.Kind switch
                {
                    HandleKind.TypeReference => Name(reader, type.ResolutionScope, library) is { } around ? $"{around}.{name}" : null,
                    HandleKind.AssemblyReference => IsFrom(reader, (AssemblyReferenceHandle)type.ResolutionScope, library)
                        ? $"{reader.GetString(type.Namespace)}.{name}"
                        : null,
                    _ => null,
                };
            case HandleKind.TypeSpecification:
                var signature = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
                if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
                {
                    return null;
                }

                signature.ReadSignatureTypeCode();
                return Name(reader, signature.ReadTypeHandle(), library);
            default:
                return null;
        }
    }

    private static bool IsFrom(MetadataReader reader, AssemblyReferenceHandle assembly, string library) =>
        reader.StringComparer.Equals(reader.GetAssemblyReference(assembly).Name, library);
}
