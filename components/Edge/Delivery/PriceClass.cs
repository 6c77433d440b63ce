namespace Platform.Components.Edge.Delivery;

/// <summary>Which of CloudFront's edges answer; clients elsewhere are served by the nearest of these.</summary>
public enum PriceClass
{
    /// <summary>North America, Europe and Israel, the cheapest (<c>PriceClass_100</c>).</summary>
    Basic,

    /// <summary>As basic, and most of Asia, the Middle East and Africa (<c>PriceClass_200</c>).</summary>
    Wide,

    /// <summary>All edges (<c>PriceClass_All</c>).</summary>
    All,
}
