using Platform.Components.Network;

namespace Platform.Components.Data;

/// <summary>
/// Two security groups: one for a server, one for its clients. Whoever is given the second reaches the first on one port; a server
/// need not know its clients, and can be made before them.
/// </summary>
internal sealed class ClientAccess
{
    public ClientAccess(string name, Output<string> vpcId, int port, string protocol, CustomResourceOptions child)
    {
        var server = new Firewall(name, vpcId, $"{protocol} server", child);
        var client = new Firewall($"{name}-client", vpcId, $"{protocol} clients", child);
        server.Admit("client", port, Peer.Group(client.Id), $"{protocol} from clients");
        client.Permit("server", port, Peer.Group(server.Id), $"{protocol} to the server");
        (ServerGroupId, ClientGroupId, Port) = (server.Id, client.Id, port);
    }

    public Output<string> ServerGroupId { get; }

    public Output<string> ClientGroupId { get; }

    public int Port { get; }
}
