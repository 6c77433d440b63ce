using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf.WellKnownTypes;

namespace Platform.Engine.Placeholders.Outputs;

/// <summary>Outputs of the random provider: of the asked length and alphabet, but always the same.</summary>
internal static class RandomOutputs
{
    // The provider's own alphabets (random provider documentation, `random_password`).
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string Special = "!@#$%&*()-_=+[]{}<>:?";

    /// <summary>Completes the outputs and returns the id; <c>null</c> for a type that is not known here.</summary>
    public static string? Fill(Subject subject, Struct outputs, Forms forms) => subject.Type switch
    {
        "random:index/randomPassword:RandomPassword" => Password(subject, outputs, forms),
        "random:index/randomString:RandomString" => Text(subject, outputs, forms),
        "random:index/randomId:RandomId" => Id(subject, outputs, forms),
        "random:index/randomPet:RandomPet" => Pet(subject, outputs, forms),
        "random:index/randomUuid:RandomUuid" or "random:index/randomUuid4:RandomUuid4" or "random:index/randomUuid7:RandomUuid7" => Uuid(outputs, forms),
        _ => null,
    };

    private static string Password(Subject subject, Struct outputs, Forms forms)
    {
        if (Characters(subject, outputs, forms) is { } text)
        {
            outputs.Fields["result"] = Value.ForString(text);
        }

        outputs.Fields["bcryptHash"] = Value.ForString(forms.Record("bcryptHash", $"$2a$10${forms.Marked("bcryptHash")}{Mark.Digits(subject.Source, "bcryptHash", 53)[Mark.Length..]}"));
        return "none";   // the provider's constant: the id must not be the secret
    }

    private static string Text(Subject subject, Struct outputs, Forms forms)
    {
        if (Characters(subject, outputs, forms) is not { } text)
        {
            return "";
        }

        outputs.Fields["result"] = Value.ForString(text);
        return forms.Record("id", text);
    }

    private static string Id(Subject subject, Struct outputs, Forms forms)
    {
        if (Length(subject, "byteLength") is not { } length)
        {
            return "";
        }

        var digits = Mark.Digits(subject.Source, "hex", Math.Min(2 * length, 68)).PadRight(2 * length, '0');
        forms.Marked("hex");
        var bytes = Convert.FromHexString(digits);
        var prefix = subject.GivenText("prefix") ?? "";
        var url = Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        outputs.Fields["hex"] = Value.ForString(forms.Record("hex", prefix + digits));
        outputs.Fields["dec"] = Value.ForString(prefix + new BigInteger(bytes, isUnsigned: true, isBigEndian: true));
        outputs.Fields["b64Std"] = Value.ForString(prefix + Convert.ToBase64String(bytes));
        outputs.Fields["b64Url"] = Value.ForString(prefix + url);
        return url;
    }

    private static string Pet(Subject subject, Struct outputs, Forms forms)
    {
        var separator = subject.GivenText("separator") ?? "-";
        outputs.Fields["separator"] = Value.ForString(separator);
        outputs.Fields["length"] = Value.ForNumber(Length(subject, "length") ?? 2);
        var prefix = subject.GivenText("prefix") is { } given ? given + separator : "";
        return forms.Record("id", $"{prefix}pet{separator}{forms.Marked("id")}");
    }

    private static string Uuid(Struct outputs, Forms forms)
    {
        outputs.Fields["result"] = Value.ForString(forms.Record("result", forms.Uuid("result")));
        return forms.Record("id", forms.Uuid("result"));
    }

    private static string? Characters(Subject subject, Struct outputs, Forms forms)
    {
        if (Length(subject, "length") is not { } length)
        {
            return null;
        }

        var numeric = Flag("numeric") && Flag("number");
        var special = subject.GivenText("overrideSpecial") is { Length: > 0 } own ? own : Special;
        (string Alphabet, string Minimum, bool Wanted)[] groups =
        [
            (Lower, "minLower", Flag("lower")), (Upper, "minUpper", Flag("upper")), (Digits, "minNumeric", numeric), (special, "minSpecial", Flag("special")),
        ];
        foreach (var (name, value) in new[] { ("lower", Flag("lower")), ("upper", Flag("upper")), ("numeric", numeric), ("number", numeric), ("special", Flag("special")) })
        {
            outputs.Fields[name] = Value.ForBool(value);
        }

        foreach (var minimum in groups.Select(group => group.Minimum).Where(minimum => !subject.IsGiven(minimum)))
        {
            outputs.Fields[minimum] = Value.ForNumber(0);
        }

        var wanted = groups.Where(group => group.Wanted).ToList();
        return wanted.Count == 0 ? null : forms.Record("result", Build(subject, wanted, length, forms, marked: numeric && Flag("lower")));

        bool Flag(string name) => subject.GivenText(name) != "false";
    }

    // The asked minimum of every group first, then the mark if there is room and it may stand there, then anything.
    private static string Build(Subject subject, List<(string Alphabet, string Minimum, bool Wanted)> groups, int length, Forms forms, bool marked)
    {
        var stream = new Keystream(subject.Source);
        var text = new StringBuilder();
        foreach (var (alphabet, minimum, _) in groups)
        {
            // One of each wanted group where there is room, so that code which checks for strength is content.
            var count = Math.Max(Length(subject, minimum) ?? 0, length >= Mark.Length + groups.Count ? 1 : 0);
            for (var i = 0; i < count; i++)
            {
                text.Append(alphabet[stream.Next(alphabet.Length)]);
            }
        }

        if (marked && text.Length + Mark.Length <= length)
        {
            text.Append(forms.Marked("result"));
        }

        var all = string.Concat(groups.Select(group => group.Alphabet));
        while (text.Length < length)
        {
            text.Append(all[stream.Next(all.Length)]);
        }

        return text.ToString(0, length);
    }

    private static int? Length(Subject subject, string name) =>
        int.TryParse(subject.GivenText(name), System.Globalization.CultureInfo.InvariantCulture, out var length) && length is >= 0 and <= 100_000 ? length : null;

    /// <summary>Numbers without end, the same for the same source.</summary>
    private sealed class Keystream(string source)
    {
        private byte[] _block = Mark.Hash(source, "keystream");
        private int _used;

        public int Next(int limit)
        {
            if (_used + sizeof(uint) > _block.Length)
            {
                _block = SHA256.HashData(_block);
                _used = 0;
            }

            var value = BitConverter.ToUInt32(_block, _used);
            _used += sizeof(uint);
            return (int)(value % (uint)limit);
        }
    }
}
