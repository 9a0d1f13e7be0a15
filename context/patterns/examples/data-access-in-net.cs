using Dapper;
using Microsoft.EntityFrameworkCore;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
// Aspire registers context, pool, health check, traces and metrics by the name of the resource.
builder.AddNpgsqlDbContext<OrderContext>("orders");
builder.AddNpgsqlDataSource("orders");
var app = builder.Build();

// Changes: tracked, with a concurrency token.
app.MapPost("/orders/{id:long}/close", async (long id, OrderContext db, CancellationToken cancelled) =>
{
    var order = await db.Orders.SingleOrDefaultAsync(o => o.Id == id, cancelled);
    if (order is null) return Results.NotFound();
    order.State = "closed";
    try { await db.SaveChangesAsync(cancelled); }
    catch (DbUpdateConcurrencyException) { return Results.Conflict(); }
    return Results.NoContent();
});

// Reads: hand-written, flat rows by Dapper.
app.MapGet("/orders", async (NpgsqlDataSource source, CancellationToken cancelled) =>
{
    await using var connection = await source.OpenConnectionAsync(cancelled);
    return await connection.QueryAsync<OrderRow>(
        new CommandDefinition("select id, state from orders order by id limit 50", commandTimeout: 5, cancellationToken: cancelled));
});
app.Run();

record OrderRow(long Id, string State);

class Order
{
    public long Id { get; set; }
    public string State { get; set; } = "open";
    public uint Version { get; set; }
}

class OrderContext(DbContextOptions<OrderContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    // The names that hand-written SQL uses too.
    protected override void OnModelCreating(ModelBuilder model) => model.Entity<Order>(order =>
    {
        order.ToTable("orders");
        order.Property(o => o.Id).HasColumnName("id");
        order.Property(o => o.State).HasColumnName("state");
        order.Property(o => o.Version).IsRowVersion();
    });
}
