using System.Text.Json;

namespace Platform.Graph.Files;

/// <summary>Reads a graph from any of the files that hold one, and finds out by itself which it is.</summary>
public static class GraphFileReader
{
    // A state file nests as deep as the values in it.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    private const string Kinds =
        "a saved plan (./platform plan STACK --format json), a stack export (pulumi stack export), "
        + "a preview (pulumi preview --json) or an update plan (pulumi preview --save-plan)";

    /// <summary>The graph of a file.</summary>
    /// <param name="utf8">The file's content.</param>
    /// <param name="name">How the file is called in messages.</param>
    /// <exception cref="FormatException">It holds no graph this version can read; the message names file, place and way out.</exception>
    public static GraphFile Read(ReadOnlyMemory<byte> utf8, string name)
    {
        if (utf8.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            utf8 = utf8[3..];
        }

        if (utf8.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || utf8.Span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new FormatException($"{name} is UTF-16 text, as a redirection of Windows PowerShell writes it; write it with --file or --output instead of '>'.");
        }

        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            return ReadRoot(document.RootElement, utf8);
        }
        catch (JsonException problem)
        {
            throw new FormatException(IsCut(utf8.Span)
                ? $"{name} ends in the middle (line {problem.LineNumber + 1}); it was not written or copied to its end, get it again."
                : $"{name} is no JSON (line {problem.LineNumber + 1}); give {Kinds}.", problem);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"{name}: {problem.Message}", problem);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"{name} is damaged: {problem.Message}", problem);
        }
    }

    private static GraphFile ReadRoot(JsonElement root, ReadOnlyMemory<byte> utf8)
    {
        bool Has(string member) => root.TryGetProperty(member, out _);

        if (root.ValueKind == JsonValueKind.Object)
        {
            if (Has("schemaVersion") && Has("resources"))
            {
                return new(PlanJsonReader.Read(utf8), GraphForm.Plan);
            }

            if (Has("deployment") || Has("checkpoint"))
            {
                return new(StackExport.Read(root), GraphForm.StackExport);
            }

            if (Has("resourcePlans") || (Has("manifest") && Has("config")))
            {
                return UpdatePlan.Read(root);
            }

            if (Has("steps") || Has("changeSummary") || Has("duration"))
            {
                return PreviewFile.Read(root);
            }

            if (Has("sequence") && Has("timestamp"))
            {
                throw new FormatException($"it is an event log, which tells what happened, not what there is; give {Kinds}.");
            }
        }

        throw new FormatException($"it is JSON, but none of the files that hold a graph; give {Kinds}.");
    }

    // Text that stops inside a value: everything before the end is fine.
    private static bool IsCut(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 512 }));
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return true;
    }
}
