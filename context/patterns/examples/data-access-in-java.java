import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

@Entity
class Order {
  @Id Long id;
  @Version int version;
  String state;
}

record OrderRow(Long id, String state) {}

interface Orders extends JpaRepository<Order, Long> {
  @EntityGraph(attributePaths = "lines")
  Order findWithLinesById(Long id);

  @Query("select new OrderRow(o.id, o.state) from Order o where o.state = :state order by o.id limit 50")
  List<OrderRow> listByState(String state);
}

class OrderService {
  private final Orders orders;

  OrderService(Orders orders) {
    this.orders = orders;
  }

  @Transactional(rollbackFor = Exception.class)
  public void close(Long id) {
    orders.findById(id).orElseThrow().state = "closed";
  }
}

class Migrate {
  // A step of the deployment with a role of its own; the service sets ddl-auto to validate.
  public static void main(String[] args) {
    Flyway.configure().dataSource(args[0], "migrator", System.getenv("MIGRATOR_PASSWORD")).load().migrate();
  }
}
