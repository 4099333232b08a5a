#pragma once

#include "core/domain/JobDetail.h"
#include "ui/jobs/LiteralInputs.h"
#include "ui/shell/Studio.h"
#include "ui/widgets/Dialog.h"

class QGridLayout;
class QLineEdit;

namespace atelier::ui {

class Banner;
class TextLabel;

/// Asks what of a job is to be another before it runs once more, and submits that. What is wrong stands at
/// its field and above them; the job that came of it is `submitted`.
class ChangeDialog : public Dialog
{
    Q_OBJECT

public:
    ChangeDialog(const Studio &studio, QWidget &window, const JobDetail &job);

Q_SIGNALS:
    void submitted(const std::string &job);

private:
    struct Row
    {
        LiteralInput input;
        QLineEdit *field;
        TextLabel *was;
    };

    void addHeaderFields(const JobSummary &job);
    void addInputs(const Json &document);
    void addInput(QGridLayout &grid, const LiteralInput &input);
    void addButtons();
    void showChanges();
    [[nodiscard]] std::vector<std::string> settings() const;
    void submit();
    void showErrors(const std::vector<Error> &errors);

    const Studio m_studio;
    const std::string m_job;
    Banner *m_banner;
    QLineEdit *m_name;
    QLineEdit *m_experiment;
    std::vector<Row> m_rows;
    Button *m_submit = nullptr;
};

} // namespace atelier::ui
