namespace Platform.Components.Workloads;

/// <summary>What Kubernetes takes as a name.</summary>
internal static class KubernetesNames
{
    extension(ComponentResource self)
    {
        /// <summary>Goes on only if the value is a DNS label: lower-case letters, digits and inner hyphens, beginning with a letter.</summary>
        public void RequireLabel(string argument, string value, int max) => self.Require(
            value.Length > 0 && value.Length <= max && char.IsAsciiLetterLower(value[0]) && value[^1] != '-'
                && value.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'),
            $"{argument} is '{value}', but must be 1 to {max} lower-case letters, digits and hyphens, begin with a letter and not end in a hyphen.");
    }
}
