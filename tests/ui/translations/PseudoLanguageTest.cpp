#include "tests/ui/studio/StudioTest.h"
#include "tests/ui/support/Windows.h"
#include "tests/ui/translations/TextLint.h"
#include "ui/shell/Actions.h"
#include "ui/text/Language.h"

#include <pwd.h>
#include <unistd.h>

using namespace atelier::ui;

namespace {

class PseudoLanguage : public test::StudioTest
{
protected:
    static void SetUpTestSuite() { useLanguage(QStringLiteral("pseudo")); }

    /// What is no text of the window: names that people gave, keys, products, units that Qt writes.
    [[nodiscard]] QStringList data() const
    {
        static const QString names = QStringLiteral(
            "ws|tests|first-job|second-job|Ctrl|Shift|Alt|Left|Right|INFO|WARN|ERROR|GPL-3.0-or-later|LGPL-3."
            "0|"
            "BSL-1.0|OFL-1.1|MIT|ISC|Qt|SQLite|Boost.Beast|DuckDB|libyaml|nlohmann JSON|libsodium|Fluent "
            "icons|Inter|"
            "JetBrains Mono|auc|std_log.txt|bytes|clean|split|train|evaluate");
        QStringList words = names.split(u'|');
        words << QString::fromStdString(workspace().string())
              << QString::fromLocal8Bit(getpwuid(geteuid())->pw_name);
        // The command that runs a job again.
        words << QCoreApplication::applicationDirPath() + QStringLiteral("/atelier job create --from")
              << QStringLiteral("--stream") << QStringLiteral("--workspace");
        // The core's errors are English sentences.
        words << QStringLiteral("The command ended with exit code 3; the log's last lines say why.");
        return words;
    }

    void check(const char *where)
    {
        QStringList wrong;
        const auto look = [&] {
            wrong = test::untranslatedTexts(*m_window, data()) + test::clippedTexts(*m_window);
            return wrong.isEmpty();
        };
        // Nothing tells when a page has got all that it asked for: what comes late is to be seen too.
        QTest::qWait(500);
        EXPECT_TRUE(QTest::qWaitFor(look, 2000)) << where << ":\n" << wrong.join(u'\n').toStdString();
    }
};

} // namespace

TEST_F(PseudoLanguage, ReachesEveryTextOfAnEmptyWorkspace)
{
    go({PageKind::Home});
    check("home");
    go({PageKind::Jobs});
    check("jobs");
    for (const char *section : {"appearance", "workspace", "shortcuts", "about"}) {
        go({PageKind::Settings, {}, QLatin1StringView(section)});
        check(section);
    }
}

TEST_F(PseudoLanguage, ReachesEveryTextOfJobs)
{
    submit("first-job", "echo hello; python3 -c \"import mlflow; mlflow.log_metric('auc', .5)\"");
    submit("second-job", "echo hello; exit 3");
    ASSERT_TRUE(waitForStatus("first-job", atelier::JobStatus::Completed));
    ASSERT_TRUE(waitForStatus("second-job", atelier::JobStatus::Failed));
    go({PageKind::Home});
    check("home");
    go({PageKind::Jobs});
    check("jobs");
    for (const char *job : {"first-job", "second-job"})
        for (const char *tab : {"overview", "metrics", "logs", "code", "steps"}) {
            go({PageKind::Job, {QLatin1StringView(job)}, QLatin1StringView(tab)});
            check(tab);
        }
    go({PageKind::Compare, {QStringLiteral("first-job"), QStringLiteral("second-job")}});
    check("compare");
    m_window->findChild<Actions *>()->find(QStringLiteral("palette"))->trigger();
    check("palette");
}
