#pragma once

#include "core/domain/JobDetail.h"
#include "ui/jobs/LiteralInputs.h"
#include "ui/shell/Studio.h"
#include "ui/widgets/Dialog.h"

class QGridLayout;
class QLineEdit;
class QScrollArea;

namespace atelier::ui {

class Banner;
class LabeledField;
class TextLabel;
class WrapLabel;

/// Asks what of a job is to be another before it runs once more, and submits that. What is wrong stands below
/// its field, or above them all where it is of none; the job that came of it is `submitted`.
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
        WrapLabel *error;
    };

    void addHeaderFields(const JobSummary &job);
    void addInputs();
    void addInput(QGridLayout &grid, const LiteralInput &input);
    void addButtons();
    void showChanges();
    [[nodiscard]] std::vector<std::string> settings() const;
    void submit();
    void showErrors(std::vector<Error> errors);
    /// What of the errors is of the input of that path; "" where none is.
    [[nodiscard]] QString takeSentences(
        std::vector<Error> &errors, const std::string &path, const QString &name) const;
    void showOthers(const std::vector<Error> &errors); ///< those that are of no field
    static void setError(const Row &row, const QString &sentence); ///< "": there is none

    const Studio m_studio;
    const std::string m_job;
    const Json m_document; ///< of that job
    Banner *m_banner;
    QLineEdit *m_name;
    QLineEdit *m_experiment;
    LabeledField *m_experimentField;
    QScrollArea *m_area = nullptr; ///< of the rows, where there are any
    std::vector<Row> m_rows;
    Button *m_submit = nullptr;
};

} // namespace atelier::ui
