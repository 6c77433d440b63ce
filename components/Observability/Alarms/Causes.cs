using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Alarms;

/// <summary>Which layers explain which: what silences the page of another.</summary>
internal static class Causes
{
    /// <summary>
    /// The layers whose page makes one of this layer needless: what users feel has called somebody already, and what lies below tells
    /// more precisely what to mend.
    /// </summary>
    public static Layer[] Of(Layer layer) => layer switch
    {
        Layer.Entry => [Layer.Users, Layer.App, Layer.Cache, Layer.Database, Layer.Network],
        Layer.App => [Layer.Users, Layer.Cache, Layer.Database, Layer.Network],
        Layer.Cache or Layer.Database => [Layer.Users, Layer.Network],
        Layer.Network => [Layer.Users],
        _ => [],
    };
}
