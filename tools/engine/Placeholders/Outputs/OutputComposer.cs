using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Declared;
using Platform.Engine.Metadata;
using Platform.Engine.Wire;
using Platform.Graph;

namespace Platform.Engine.Placeholders.Outputs;

/// <summary>Answers a registration as the provider would: what was given, and what the provider decides.</summary>
/// <param name="types">What is known of the types.</param>
/// <param name="marks">Where placeholders are made known.</param>
/// <param name="mode">Whether to make placeholders at all.</param>
internal sealed class OutputComposer(TypeKnowledge types, MarkIndex marks, AnswerMode mode)
{
    private const int MaxDepth = 6;

    /// <summary>The id and the outputs of a resource.</summary>
    /// <param name="subject">The resource.</param>
    /// <param name="secretOutputs">Outputs to mark as secret beyond those the provider marks.</param>
    public (string Id, Struct Outputs) Resource(Subject subject, IReadOnlyCollection<string> secretOutputs)
    {
        var facts = types.Resource(subject.Type, subject.Version);
        var outputs = subject.Inputs.Clone();
        var forms = new Forms(subject, marks);
        if (facts is not null)
        {
            Fill(outputs, subject, facts, forms);
        }

        if (mode == AnswerMode.Plan && (facts is not null || KubernetesOutputs.IsCustom(subject.Type)) && PackageOutputs(subject, outputs, forms) is { } special)
        {
            return (special, WithSecrets(outputs, facts, secretOutputs));
        }

        var id = subject.Id ?? (mode == AnswerMode.Plan && facts is not null ? forms.Text("id") : null);
        return (id ?? "", WithSecrets(outputs, facts, secretOutputs));
    }

    /// <summary>Whether more is known of a resource than what it was given.</summary>
    public bool Knows(Subject subject) => types.Resource(subject.Type, subject.Version) is not null || KubernetesOutputs.IsCustom(subject.Type);

    /// <summary>
    /// The result of a data source, and the members nobody can know; <c>null</c> if its token is not known. Those members are
    /// left out: one unknown would make the whole result unknown to a program, and no real data source answers with one.
    /// </summary>
    public (Struct Result, IReadOnlyList<string> LeftOut)? Function(Subject subject)
    {
        if (types.Function(subject.Type, subject.Version) is not { } facts)
        {
            return null;
        }

        var result = subject.Inputs.Clone();
        var leftOut = new List<string>();
        var forms = new Forms(subject, marks);
        foreach (var (name, shape) in facts.Outputs)
        {
            if (subject.IsGiven(name))
            {
                continue;
            }

            if (Computed(name, shape, subject, forms, facts.IsComputed(name), depth: 0) is { } value)
            {
                LeaveOutUnknowns(name, value, leftOut);
                result.Fields[name] = value;
            }
            else
            {
                leftOut.Add(name);
            }
        }

        return (result, leftOut);
    }

    private static void LeaveOutUnknowns(string path, Value value, List<string> leftOut)
    {
        if (value.KindCase == Value.KindOneofCase.ListValue)
        {
            for (var i = 0; i < value.ListValue.Values.Count; i++)
            {
                LeaveOutUnknowns(PropertyPath.Element(path, i), value.ListValue.Values[i], leftOut);
            }
        }
        else if (value.KindCase == Value.KindOneofCase.StructValue)
        {
            foreach (var (name, member) in value.StructValue.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).ToList())
            {
                var inner = PropertyPath.Member(path, name);
                if (WireValue.IsUnknown(member))
                {
                    value.StructValue.Fields.Remove(name);
                    leftOut.Add(inner);
                }
                else
                {
                    LeaveOutUnknowns(inner, member, leftOut);
                }
            }
        }
    }

    private static string? PackageOutputs(Subject subject, Struct outputs, Forms forms) => subject.Package switch
    {
        KubernetesOutputs.Package => KubernetesOutputs.Fill(subject, outputs, forms),
        "random" => RandomOutputs.Fill(subject, outputs, forms),
        _ => null,
    };

    private void Fill(Struct outputs, Subject subject, TypeFacts facts, Forms forms)
    {
        foreach (var (name, shape) in facts.Outputs)
        {
            if (subject.IsGiven(name))
            {
                FillGiven(name, outputs.Fields[name], shape, subject, forms, depth: 0);
            }
            else if (mode == AnswerMode.Plan && IsMade(name, facts, forms) && Computed(name, shape, subject, forms, facts.IsComputed(name), depth: 0) is { } value)
            {
                outputs.Fields[name] = value;
            }
            else if (facts.Secrets.Contains(name))
            {
                outputs.Fields[name] = WireValue.Unknown();
            }
        }
    }

    // The defaults of our own types are reviewed; of a declared type nobody has looked which inputs the provider fills in, and how.
    private static bool IsMade(string name, TypeFacts facts, Forms forms) =>
        facts.Source is null || facts.IsComputed(name) || name is "name" or "region" || forms.Knows(name);

    // A given object lacks what only the provider can add to it. Left out it would read as a known null, so it is filled or unknown.
    private void FillGiven(string path, Value value, TypeShape shape, Subject subject, Forms forms, int depth)
    {
        if (depth > MaxDepth || WireValue.Kind(value) is not null || subject.Package == KubernetesOutputs.Package)
        {
            return;   // an object of Kubernetes is what was given; the little its provider adds is added below
        }

        if (shape.Kind == ShapeKind.List && value.KindCase == Value.KindOneofCase.ListValue)
        {
            for (var i = 0; i < value.ListValue.Values.Count; i++)
            {
                FillGiven(PropertyPath.Element(path, i), value.ListValue.Values[i], shape.Item, subject, forms, depth + 1);
            }
        }
        else if (shape.Kind == ShapeKind.Object && value.KindCase == Value.KindOneofCase.StructValue && types.Object(shape.Name!) is { } facts)
        {
            foreach (var (name, member) in facts.Outputs)
            {
                var inner = PropertyPath.Member(path, name);
                if (value.StructValue.Fields.TryGetValue(name, out var given))
                {
                    FillGiven(inner, given, member, subject, forms, depth + 1);
                }
                else if (Missing(inner, member, subject, forms, facts.IsComputed(name), depth + 1) is { } made)
                {
                    value.StructValue.Fields[name] = made;
                }
            }
        }
    }

    // One unknown member makes the whole property unknown to a program; that is the price only where the provider alone decides.
    private Value? Missing(string path, TypeShape shape, Subject subject, Forms forms, bool computed, int depth)
    {
        if (mode == AnswerMode.Plan && (!shape.Optional || forms.Knows(path)) && Computed(path, shape, subject, forms, computed, depth) is { } value)
        {
            return value;
        }

        return computed && !shape.Optional ? WireValue.Unknown() : null;
    }

    private Value? Computed(string path, TypeShape shape, Subject subject, Forms forms, bool computed, int depth)
    {
        if (depth > MaxDepth || shape.Optional && !computed && !forms.Knows(path))
        {
            return null;
        }

        if (AwsOutputs.Find(path, subject, forms) is { } special)
        {
            return special;
        }

        return shape.Kind switch
        {
            _ when shape.IsText => forms.Text(path) is { } text ? Value.ForString(text) : null,
            ShapeKind.Integer or ShapeKind.Number => forms.Number(path) is { } number ? Value.ForNumber(number) : null,
            ShapeKind.List when computed && !IsUnknown(path, forms) => List(path, shape.Item, subject, forms, depth),
            ShapeKind.Object when computed && !IsUnknown(path, forms) => Object(path, shape, subject, forms, depth),
            _ => null,
        };
    }

    private static bool IsUnknown(string path, Forms forms) => forms.Knows(path) && forms.Text(path) is null;

    private Value? List(string path, TypeShape item, Subject subject, Forms forms, int depth)
    {
        var values = Enumerable.Range(0, AwsOutputs.Count(path, subject))
            .Select(i => Computed(PropertyPath.Element(path, i), item, subject, forms, computed: true, depth + 1))
            .ToArray();
        return values.All(value => value is not null) ? Value.ForList(values!) : null;
    }

    private Value? Object(string path, TypeShape shape, Subject subject, Forms forms, int depth)
    {
        if (types.Object(shape.Name!) is not { } facts)
        {
            return null;
        }

        var members = new Struct();
        foreach (var (name, member) in facts.Outputs)
        {
            var inner = PropertyPath.Member(path, name);
            if (Computed(inner, member, subject, forms, computed: true, depth + 1) is { } value)
            {
                members.Fields[name] = value;
            }
            else if (!member.Optional)
            {
                members.Fields[name] = WireValue.Unknown();
            }
        }

        return Value.ForStruct(members);
    }

    private static Struct WithSecrets(Struct outputs, TypeFacts? facts, IReadOnlyCollection<string> secretOutputs)
    {
        foreach (var name in secretOutputs.Concat(facts?.Secrets ?? Enumerable.Empty<string>()))
        {
            outputs.Fields[name] = WireValue.Secret(outputs.Fields.TryGetValue(name, out var value) ? value : WireValue.Unknown());
        }

        return outputs;
    }
}
