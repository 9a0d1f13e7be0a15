import jakarta.persistence.*;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.transaction.annotation.Transactional;

@Entity(name = "orders")
class Order {
  @Id Long id;
  @Version int version;
  String state;
  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL) List<Line> lines;

  void close() {
    state = "closed";
  }
}

@Entity
class Line {
  @Id Long id;
  // To-one associations are eager unless it is said.
  @ManyToOne(fetch = FetchType.LAZY) Order order;
}

interface OrderRow {
  Long getId();
  String getState();
}

interface Orders extends JpaRepository<Order, Long> {
  // What the use case needs, in one query; everything else stays lazy.
  @EntityGraph(attributePaths = "lines")
  Optional<Order> findWithLinesById(Long id);

  // A list reads the columns that are shown, and is bounded.
  List<OrderRow> findByStateOrderById(String state, Limit limit);
}

class OrderService {
  private final Orders orders;

  OrderService(Orders orders) {
    this.orders = orders;
  }

  // Checked exceptions do not roll back unless it is said.
  @Transactional(rollbackFor = Exception.class)
  public void close(Long id) {
    orders.findById(id).orElseThrow().close();
  }
}

class Migrate {
  // A step of the deployment with a role of its own; the service sets ddl-auto to validate.
  public static void main(String[] args) {
    Flyway.configure().dataSource(args[0], "migrator", System.getenv("MIGRATOR_PASSWORD")).load().migrate();
  }
}
