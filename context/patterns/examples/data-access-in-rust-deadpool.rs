use deadpool_postgres::{
    Config, ManagerConfig, Pool, PoolConfig, PoolError, RecyclingMethod, Runtime,
};
use std::time::Duration;
use tokio_postgres::NoTls;

/// tokio-postgres with deadpool; Diesel, which blocks, takes r2d2 and runs behind `spawn_blocking`.
pub fn connect(host: &str) -> Result<Pool, deadpool_postgres::CreatePoolError> {
    let mut config = Config::new();
    config.host = Some(host.to_owned());
    config.dbname = Some("orders".to_owned());
    config.manager = Some(ManagerConfig {
        recycling_method: RecyclingMethod::Verified,
    });
    let mut pool = PoolConfig::new(12);
    // Without it a full pool is waited for without an end.
    pool.timeouts.wait = Some(Duration::from_millis(500));
    config.pool = Some(pool);
    config.create_pool(Some(Runtime::Tokio1), NoTls)
}

pub async fn state_of(pool: &Pool, id: i64) -> Result<Option<String>, PoolError> {
    let client = pool.get().await?;
    let statement = client
        .prepare_cached("select state from orders where id = $1")
        .await?;
    Ok(client
        .query_opt(&statement, &[&id])
        .await?
        .map(|row| row.get(0)))
}
