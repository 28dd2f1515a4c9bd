//! A WordPress for tests: its code from Debian, a database and a web server of its own, which end with the tests.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::copy;
use crate::{run, say};

/// Where Debian's package installs WordPress.
const INSTALLED: &str = "/usr/share/wordpress";

/// Debian's packages of WordPress's code, of a block theme, a classic one, and of what links in the first lead to; unpacked, not installed,
/// since their installation would also install and start a web server.
const PACKAGES: [&str; 5] = [
    "wordpress",
    "wordpress-theme-twentytwentythree",
    "wordpress-theme-twentytwentyone",
    "libjs-underscore",
    "php-getid3",
];

/// How long database and web server may take to start.
const START: Duration = Duration::from_secs(60);

/// The running processes with their folders; all end and are removed with the value.
pub struct Server {
    /// The address of the site.
    pub address: String,
    code: PathBuf,
    log: PathBuf,
    /// A short path, since that of a socket has a limit of about a hundred bytes.
    data: PathBuf,
    processes: Vec<Child>,
}

impl Server {
    /// Installs WordPress with the plug-in into a folder, and starts it.
    pub fn start(root: &Path, folder: &Path, plugin: &Path) -> Result<Self> {
        let code = folder.join("site");
        let source = code_of_wordpress(folder)?;
        if code.exists() {
            std::fs::remove_dir_all(&code)?;
        }
        copy(&source, &code)?;
        let content = code.join("wp-content");
        copy(plugin, &content.join("plugins/whosaid"))?;
        let tests = root.join("integrations/wordpress/tests");
        copy(&tests.join("theme"), &content.join("themes/plain"))?;
        copy(&tests.join("wp-config.php"), &code.join("wp-config.php"))?;
        let data = std::env::temp_dir().join(format!("whosaid-wordpress-{}", std::process::id()));
        std::fs::create_dir_all(&data)?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let log = folder.join("php.log");
        let _ = std::fs::remove_file(&log);
        let address = format!("http://127.0.0.1:{port}");
        let mut server = Self { address, code, log, data, processes: Vec::new() };
        server.write_settings()?;
        server.start_database()?;
        run(server.describe(Command::new("php").arg(tests.join("install.php"))))?;
        server.start_web_server(port, &tests.join("router.php"))?;
        Ok(server)
    }

    /// Returns the version of WordPress.
    pub fn version(&self) -> Result<String> {
        let script = format!("require '{}/wp-includes/version.php'; echo $wp_version;", self.code.display());
        Ok(String::from_utf8(Command::new("php").args(["-r", &script]).output()?.stdout)?)
    }

    /// Tells a command where all is.
    pub fn describe<'command>(&self, command: &'command mut Command) -> &'command mut Command {
        command
            .env("WHOSAID_ADDRESS", &self.address)
            .env("WHOSAID_WORDPRESS", &self.code)
            .env("WHOSAID_SOCKET", self.socket())
            .env("WHOSAID_LOG", &self.log)
            // An empty entry stands for the folder of the system's own settings.
            .env("PHP_INI_SCAN_DIR", format!(":{}", self.data.join("settings").display()))
    }

    fn socket(&self) -> PathBuf {
        self.data.join("socket")
    }

    /// Writes settings of PHP, by which each program that a test starts has the code of WordPress compiled already.
    fn write_settings(&self) -> Result<()> {
        let (settings, compiled) = (self.data.join("settings"), self.data.join("compiled"));
        std::fs::create_dir_all(&settings)?;
        std::fs::create_dir_all(&compiled)?;
        let text = format!(
            "post_max_size=16M\nopcache.enable_cli=1\nopcache.jit=off\nopcache.file_cache={}\n",
            compiled.display()
        );
        Ok(std::fs::write(settings.join("whosaid.ini"), text)?)
    }

    fn start_database(&mut self) -> Result<()> {
        let tables = self.data.join("tables");
        let log = self.data.join("log");
        // Without the option, the database refuses to run as root.
        let user = Command::new("id").arg("-un").output()?.stdout;
        let user = format!("--user={}", String::from_utf8(user)?.trim());
        let mut install = Command::new("mariadb-install-db");
        install.args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db", &user]);
        install.arg(format!("--datadir={}", tables.display())).stdout(Stdio::null()).stderr(Stdio::null());
        run(&mut install)?;
        let program = ["/usr/sbin/mariadbd", "mariadbd"].into_iter().find(|path| Path::new(path).is_file());
        let mut database = Command::new(program.unwrap_or("mariadbd"));
        database.args(["--no-defaults", "--skip-networking", "--innodb-flush-log-at-trx-commit=0", &user]);
        database.args([
            format!("--datadir={}", tables.display()),
            format!("--socket={}", self.socket().display()),
            format!("--pid-file={}", self.data.join("pid").display()),
        ]);
        self.processes.push(start(&database, &log)?);
        self.wait_until("the database", &log, |server| {
            let mut create = Command::new("mariadb");
            create.args(["--no-defaults", "--user=root", "--execute=CREATE DATABASE wordpress CHARACTER SET utf8mb4"]);
            create.arg(format!("--socket={}", server.socket().display())).stderr(Stdio::null());
            create.status().is_ok_and(|status| status.success())
        })
    }

    fn start_web_server(&mut self, port: u16, router: &Path) -> Result<()> {
        let log = self.data.join("requests");
        let mut php = Command::new("php");
        // A page of WordPress asks for others while it is made.
        self.describe(php.env("PHP_CLI_SERVER_WORKERS", "4")).current_dir(&self.code);
        php.args(["-S", &format!("127.0.0.1:{port}"), "-t"]);
        php.arg(&self.code).arg(router);
        self.processes.push(start(&php, &log)?);
        self.wait_until("the web server", &log, |_| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok())
    }

    fn wait_until(&mut self, what: &str, log: &Path, is_ready: impl Fn(&Self) -> bool) -> Result<()> {
        let start = Instant::now();
        while !is_ready(self) {
            if start.elapsed() > START {
                bail!("{what} does not start: {}", std::fs::read_to_string(log).unwrap_or_default());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for process in self.processes.iter_mut().rev() {
            drop(process.stdin.take());
            let _ = process.wait();
        }
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

/// Starts a program that ends, with all processes that it has started, when its standard input does: at the latest with this process,
/// however that ends.
fn start(command: &Command, log: &Path) -> Result<Child> {
    let mut shell = Command::new("sh");
    shell.args(["-c", r#""$@" </dev/null & trap "" TERM; read -r _; kill -TERM 0; wait"#, "sh"]);
    shell.arg(command.get_program()).args(command.get_args());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut shell, 0);
    shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    if let Some(folder) = command.get_current_dir() {
        shell.current_dir(folder);
    }
    let output = std::fs::File::create(log)?;
    shell.stdin(Stdio::piped()).stdout(output.try_clone()?).stderr(output).spawn().context("cannot start sh")
}

/// Returns the folder with WordPress's code: what `WHOSAID_WORDPRESS_CODE` names, what is installed, or what Debian has.
fn code_of_wordpress(folder: &Path) -> Result<PathBuf> {
    if let Some(code) = std::env::var_os("WHOSAID_WORDPRESS_CODE").map(PathBuf::from) {
        ensure!(code.join("wp-load.php").is_file(), "{} has no WordPress", code.display());
        return Ok(code);
    }
    let unpacked = folder.join("debian");
    for code in [PathBuf::from(INSTALLED), unpacked.join("usr/share/wordpress")] {
        let themes = ["twentytwentythree", "twentytwentyone"].map(|name| code.join("wp-content/themes").join(name));
        if code.join("wp-load.php").is_file() && themes.iter().all(|theme| theme.is_dir()) {
            return Ok(code);
        }
    }
    say(&format!("unpacking Debian packages: {}", PACKAGES.join(", ")));
    std::fs::create_dir_all(&unpacked)?;
    let mut download = Command::new("apt-get");
    download.current_dir(&unpacked).args(["download", "-qq"]).args(PACKAGES);
    run(&mut download).with_context(|| {
        let names = PACKAGES.join(" ");
        format!(
            "the tests need WordPress, on Debian after `sudo apt-get update` or with `sudo apt-get install --no-install-recommends {names}`; \
             elsewhere, unpack it and set WHOSAID_WORDPRESS_CODE to its folder"
        )
    })?;
    for entry in std::fs::read_dir(&unpacked)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "deb") {
            run(Command::new("dpkg-deb").arg("-x").arg(&file).arg(&unpacked))?;
        }
    }
    Ok(unpacked.join("usr/share/wordpress"))
}
